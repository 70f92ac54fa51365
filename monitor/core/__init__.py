"""What decides: pure functions over frozen values. Nothing here touches network, disk, clock or terminal."""
