namespace Pipeline.Training.DeadLetters;

/// <summary>The host refused, or could not be asked; the message is for the person at the terminal.</summary>
public sealed class ApiException(string message, Exception? inner = null) : Exception(message, inner);
