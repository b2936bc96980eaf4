"""What a cell means, by families of fields: text in, a value out, with a doubt or advice."""
