"""What the product does, apart from any screen: ingest, analyse, review, chart, export."""
