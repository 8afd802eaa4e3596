namespace Pipeline.Ports;

/// <summary>
/// The bus or the tables can't be written now, whatever is written: the disk is full, gone or write-protected. Nothing was written, and the
/// same may work later.
/// </summary>
/// <param name="message">What is wrong. No text of a customer.</param>
/// <param name="inner">What the adapter met.</param>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
