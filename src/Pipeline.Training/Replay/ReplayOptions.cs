namespace Pipeline.Training.Replay;

/// <summary>What to replay, and how.</summary>
/// <param name="Run">Ends every conversation's id: the same name repeats the same webhooks, another makes new conversations.</param>
/// <param name="Parallelism">How many conversations are open at once.</param>
/// <param name="Rate">The most webhooks a second; null for no limit.</param>
/// <param name="Pace">The pauses within a conversation.</param>
public sealed record ReplayOptions(string Run, int Parallelism, double? Rate, ReplayPace Pace);
