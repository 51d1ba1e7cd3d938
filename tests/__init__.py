"""The same rooms again, each tested against real inputs."""
