using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.Ports;

namespace Pipeline.Web.Access;

/// <summary>
/// Writes who read what and when, in the table Audit, by time: one partition a conversation, one a day for lists; and each once more on its day (<see cref="AuditRows"/>). What is read is shown only
/// when that is written: what cannot be accounted for is not read, nor is a library changed.
/// </summary>
public sealed partial class ReadingAudit(ITables tables, TimeProvider clock, ILogger<ReadingAudit> logger)
{
    private int _number;

    /// <summary>
    /// The partition of the readings of a day's list of conversations, and of those of other queries on the day on which they were asked. No conversation
    /// has this key: those have three parts.
    /// </summary>
    public static string ListOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"list~{day:yyyyMMdd}");

    /// <summary>Writes one reading.</summary>
    /// <param name="caller">Who reads; null where nobody has to say who they are, and there is nobody to write down.</param>
    /// <param name="place">The key of the conversation, or <see cref="ListOf"/>.</param>
    /// <param name="endpoint">What was asked for, as <see cref="RouteTable"/> names it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was written, or need not be.</returns>
    public Task<bool> WriteAsync(Caller? caller, string place, string endpoint, CancellationToken cancellationToken) =>
        WriteAsync(caller, place, endpoint, "ReadAt", null, cancellationToken);

    /// <summary>Writes one reading for which a reason has to be given.</summary>
    /// <param name="caller">Who reads; null where nobody has to say who they are.</param>
    /// <param name="place">The key of the conversation.</param>
    /// <param name="endpoint">What was asked for, as <see cref="RouteTable"/> names it.</param>
    /// <param name="reason">The reason, a code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was written, or need not be.</returns>
    public Task<bool> WriteReasonedAsync(Caller? caller, string place, string endpoint, string reason, CancellationToken cancellationToken) =>
        WriteAsync(caller, place, endpoint, "ReadAt", reason, cancellationToken);

    /// <summary>Writes one change, before it is made.</summary>
    /// <param name="caller">Who changes; null where nobody has to say who they are.</param>
    /// <param name="place">What is changed, in two parts, such as <c>phrase~fr-holding-03</c>: no conversation has this key.</param>
    /// <param name="endpoint">What is done, as <see cref="RouteTable"/> names it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was written, or need not be.</returns>
    public Task<bool> WriteChangeAsync(Caller? caller, string place, string endpoint, CancellationToken cancellationToken) =>
        WriteAsync(caller, place, endpoint, "ChangedAt", null, cancellationToken);

    private async Task<bool> WriteAsync(
        Caller? caller, string place, string endpoint, string when, string? reason, CancellationToken cancellationToken)
    {
        if (caller is null)
        {
            return true;
        }

        var now = clock.GetUtcNow();
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Name"] = caller.Name,
            ["Role"] = caller.Role.ToString(),
            ["Place"] = place,
            ["Endpoint"] = endpoint,
            [when] = now,
        };
        if (reason is not null)
        {
            properties["Reason"] = reason;
        }

        // Two readings of one moment are two rows.
        var row = AuditRows.AtPlace(place, now, (ushort)Interlocked.Increment(ref _number), caller.Name, properties);
        try
        {
            // The place first: from it an erasure knows the row of the day.
            await tables.ApplyAsync(TableNames.Audit, place, [new TableChange.Upsert(row)], cancellationToken);
            var onDay = AuditRows.OnDay(row)!;
            await tables.ApplyAsync(TableNames.Audit, onDay.PartitionKey, [new TableChange.Upsert(onDay)], cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever keeps the reading from being written keeps the transcript from being shown.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Unwritten(logger, exception.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An access could not be audited ({Failure}), so what was asked for was neither shown nor done.")]
        public static partial void Unwritten(ILogger logger, string failure);
    }
}
