"""What every wing speaks of: records, the corpus, rules, kinds and pages."""
