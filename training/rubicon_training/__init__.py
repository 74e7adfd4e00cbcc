"""Trains the model that Rubicon's reader runs. Start reading at __main__.py."""
