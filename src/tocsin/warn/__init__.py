"""Events and estimates to indicators, scenarios, forecasts and alerts."""
