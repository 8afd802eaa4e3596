using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Web.Access;

/// <summary>
/// Writes who read which transcript and when, in the table Audit: one partition a conversation, by time. A transcript is shown only when
/// that is written: what cannot be accounted for is not read.
/// </summary>
internal sealed partial class ReadingAudit(ITables tables, TimeProvider clock, ILogger<ReadingAudit> logger)
{
    /// <summary>Writes one reading.</summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> WriteAsync(Caller caller, string conversationKey, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
        var row = new TableRow(conversationKey, $"{time}-{ConversationKeys.Safe(caller.Name)}", new Dictionary<string, object>
        {
            ["Name"] = caller.Name,
            ["Role"] = caller.Role.ToString(),
            ["Conversation"] = conversationKey,
            ["ReadAt"] = now,
        });
        try
        {
            await tables.ApplyAsync(TableNames.Audit, conversationKey, [new TableChange.Upsert(row)], cancellationToken);
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
        [LoggerMessage(1, LogLevel.Error, "A reading could not be audited ({Failure}), so the transcript was not shown.")]
        public static partial void Unwritten(ILogger logger, string failure);
    }
}
