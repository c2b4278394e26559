// Stands in for modules that are imported for an effect which a rehearsal has no use for.
