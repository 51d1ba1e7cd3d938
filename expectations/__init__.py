"""What must be true: Great Expectations suites as code, one module a table."""
