using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>
/// Writes what a timer, and not a message, changed in an assignment, and tells it. What is written and what is sent are not one step, and
/// nothing comes again for it: so it is marked as untold until it was sent.
/// </summary>
public sealed class AssignmentTelling(ITables tables, IBus bus)
{
    /// <summary>Reads an assignment; null before the first decision.</summary>
    public async Task<Assignment?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Assignment, cancellationToken) is { } row
            ? Assignment.Read(row)
            : null;

    /// <summary>Writes an assignment; null when it changed meanwhile.</summary>
    public async Task<Assignment?> TryWriteAsync(string key, Assignment after, Assignment before, CancellationToken cancellationToken)
    {
        try
        {
            var etags = await tables.ApplyAsync(TableNames.Conversations, key, [after.Over(key, before)], cancellationToken);
            return after with { ETag = etags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>Tells what is not told yet, and then takes the mark away.</summary>
    /// <returns>The assignment as it is now; null when it changed meanwhile: then it is still marked, and told once more.</returns>
    public async Task<Assignment?> TellAsync(string key, Assignment untold, CancellationToken cancellationToken)
    {
        // That it was closed meanwhile the close itself has told.
        if (untold.View is { Status: not AssignmentStatus.Released })
        {
            await SendAsync(key, untold, cancellationToken);
        }

        return await TryWriteAsync(key, untold with { Untold = false }, untold, cancellationToken);
    }

    private async Task SendAsync(string key, Assignment after, CancellationToken cancellationToken)
    {
        var head = await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Head, cancellationToken);
        var conversation = System.Text.Json.JsonSerializer.Deserialize(head!.Text("Conversation")!, PipelineJson.Default.Conversation)!;
        var message = Envelope.Wrap(new ConversationRouted
        {
            Conversation = conversation,
            MessageId = after.LatestCustomer,
            Position = after.Revision,
            Decision = after.View!.Decision,
            AdvisorId = after.View.AdvisorId,
            AdvisorFirstName = after.View.AdvisorFirstName,
            Status = after.View.Status,
            OutOfHours = after.View.OutOfHours,
            Returned = after.View.Returned,
        });
        await bus.SendAsync(Entities.Conversations, [message], cancellationToken);
        await bus.SendAsync(Entities.Outcomes, [message], cancellationToken);
    }
}
