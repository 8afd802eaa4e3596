namespace Pipeline.Sqlite;

/// <summary>
/// The data folder cannot be used. The message says what is wrong and what to do, and is meant for the person who started the host.
/// </summary>
public sealed class DataFolderException(string message, Exception? innerException = null) : Exception(message, innerException);
