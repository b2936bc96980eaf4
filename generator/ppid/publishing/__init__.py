"""Pages, downloads, papers and the search of the site, and how they are built."""
