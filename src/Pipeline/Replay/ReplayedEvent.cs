namespace Pipeline.Replay;

/// <summary>One webhook of a replay.</summary>
/// <param name="WebhookId">The header <c>webhook-id</c>: the same whenever the same event is sent again.</param>
/// <param name="At">When it is due, counted from the start of its conversation.</param>
/// <param name="Body">The JSON body.</param>
public sealed record ReplayedEvent(string WebhookId, TimeSpan At, ReadOnlyMemory<byte> Body);
