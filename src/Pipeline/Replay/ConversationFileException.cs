namespace Pipeline.Replay;

/// <summary>A file of conversations cannot be read; the message names the file, the line and what is wrong there.</summary>
public sealed class ConversationFileException(string message, Exception? inner = null) : Exception(message, inner);
