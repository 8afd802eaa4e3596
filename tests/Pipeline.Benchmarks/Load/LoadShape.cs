namespace Pipeline.Benchmarks.Load;

/// <summary>How a load is spread.</summary>
/// <param name="Connections">Connections that are kept open.</param>
/// <param name="Open">Conversations open at once on each.</param>
internal sealed record LoadShape(int Connections, int Open);
