"""Answers that are kept from run to run, and given again while nothing that they are made of has changed."""
