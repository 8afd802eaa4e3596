using Pipeline.Ports;

namespace Pipeline.Contracts;

/// <summary>Empty tables, and how to clean up after the test.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="CleanUp">Called after the test.</param>
public sealed record TablesFixture(ITables Tables, Func<ValueTask> CleanUp);
