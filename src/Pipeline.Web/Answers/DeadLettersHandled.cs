namespace Pipeline.Web.Answers;

/// <summary>What became of an order to replay or purge.</summary>
/// <param name="Source">The queue, or topic/subscription.</param>
/// <param name="Handled">How many were replayed or purged; a number that is not a dead letter any more is none.</param>
/// <param name="More">Whether there were more than one order may take: repeat it for the rest.</param>
public sealed record DeadLettersHandled(string Source, int Handled, bool More);
