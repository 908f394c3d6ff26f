# SPDX-License-Identifier: MIT
"""The Qt front end; the only place that imports Qt."""
