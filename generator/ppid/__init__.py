"""The generator behind a PPID site: files in `data/` become records, diagnostics and pages."""
