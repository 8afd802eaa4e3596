namespace Pipeline.Benchmarks.Load;

/// <summary>What a load generator is to do.</summary>
/// <param name="Webhook">The address of the webhook.</param>
/// <param name="Secret">The account's secret.</param>
/// <param name="Run">Makes the conversations of this run new ones.</param>
/// <param name="Duration">How long it sends.</param>
/// <param name="Connections">How many connections are kept open.</param>
/// <param name="Open">How many conversations are open at once on each connection; it takes their messages in turn.</param>
/// <param name="Rate">Webhooks a second over all connections; 0 for as many as are answered.</param>
internal sealed record LoadOrder(Uri Webhook, string Secret, string Run, TimeSpan Duration, int Connections, int Open, double Rate);
