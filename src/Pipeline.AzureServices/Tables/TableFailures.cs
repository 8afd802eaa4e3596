using Azure;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>What a failure of Table storage means. The client has tried again by then (<see cref="TablesClient"/>).</summary>
public static class TableFailures
{
    /// <summary>
    /// The tables can't be used now: throttled, slow, away, or not reached; null when the failure is another one. A write that timed out may
    /// have been done all the same, and then a repetition of it meets its own row as a conflict.
    /// </summary>
    /// <param name="failure">What the client threw.</param>
    /// <param name="table">The table.</param>
    public static StorageUnavailableException? Unavailable(Exception failure, string table) => failure switch
    {
        // 0: there was no answer.
        RequestFailedException { Status: 0 or 408 or 429 or 500 or 502 or 503 or 504 } refused => new StorageUnavailableException(
            $"Table storage can't be used for '{table}' now: {(refused.Status == 0 ? "no answer" : $"{refused.Status} {refused.ErrorCode}")}.",
            failure),

        // What the client throws after its last try when none was answered, or when the network time-out cut each short.
        AggregateException { InnerExceptions: var tries } when tries.All(each => Unavailable(each, table) is not null) =>
            new StorageUnavailableException($"Table storage did not answer for '{table}' in {tries.Count} tries.", failure),
        IOException or OperationCanceledException =>
            new StorageUnavailableException($"Table storage did not answer for '{table}' in time.", failure),
        _ => null,
    };
}
