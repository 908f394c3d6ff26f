# SPDX-License-Identifier: MIT
"""Painted charts over QPainter."""
