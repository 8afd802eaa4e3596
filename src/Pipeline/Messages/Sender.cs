namespace Pipeline.Messages;

/// <summary>Who wrote a message, as the platform tells it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Id">The platform's id; null when not known.</param>
/// <param name="FirstName">The first name, for the reply's slots and the transcript (which shows no more than that); null when not known.</param>
public sealed record Sender(SenderRole Role, string? Id = null, string? FirstName = null);
