"""The sites beside the two ministries: one module a site, fed by `notices.yml`."""
