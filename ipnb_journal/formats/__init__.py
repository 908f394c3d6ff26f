# SPDX-License-Identifier: MIT
"""Bytes to domain objects and back; every reader validates."""
