namespace Pipeline.Ports;

/// <summary>
/// The bus or the tables can't be used now, whatever is written: the disk is full, gone or write-protected, or the service is throttled or away.
/// Nothing was written (where a service did not answer in time, that is not sure: both ports take the same again), and the same may work later.
/// </summary>
/// <param name="message">What is wrong. No text of a customer.</param>
/// <param name="inner">What the adapter met.</param>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
