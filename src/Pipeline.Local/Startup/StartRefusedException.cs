namespace Pipeline.Local.Startup;

/// <summary>The host cannot start as asked; the message is one line for the person at the terminal: what is wrong, what to do.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
