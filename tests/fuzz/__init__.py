"""Fuzz targets: any bytes into a part of the product, and what must hold of the answer."""
