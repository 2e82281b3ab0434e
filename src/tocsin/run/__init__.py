"""Joins the rooms: settings, plug-ins, pipeline, replay, why."""
