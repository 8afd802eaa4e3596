using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Training.Api;

namespace Pipeline.Training.Simulation;

/// <summary>Compares the transcripts of a running host with the truth.</summary>
/// <param name="api">The host.</param>
/// <param name="account">The account of the generic platform.</param>
/// <param name="expected">What they must come to.</param>
public sealed class StoredTranscripts(ApiClient api, string account, ExpectedTranscripts expected)
{
    /// <summary>The conversations that are not what they must be, with the first difference of each.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(PlatformTruth truth, CancellationToken cancellationToken)
    {
        List<string> differences = [];
        foreach (var conversation in truth.Events.GroupBy(happening => happening.ConversationId, StringComparer.Ordinal))
        {
            if (await DifferenceAsync(conversation.Key, conversation, cancellationToken) is { } difference)
            {
                differences.Add($"{conversation.Key}: {difference}");
            }
        }

        return differences;
    }

    /// <summary>A conversation as the host shows it; null when it does not know it.</summary>
    public async Task<ConversationTranscript?> ReadAsync(string conversationId, CancellationToken cancellationToken)
    {
        var key = ConversationKeys.Conversation("generic", account, conversationId);
        try
        {
            var answer = await api.GetAsync($"conversations/{Uri.EscapeDataString(key)}", cancellationToken);
            return answer.Deserialize(PipelineJson.Default.ConversationTranscript);
        }
        catch (ApiException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<string?> DifferenceAsync(
        string conversationId, IEnumerable<SimulatedEvent> events, CancellationToken cancellationToken)
    {
        var wanted = await expected.MakeAsync(events, cancellationToken);
        if (await ReadAsync(conversationId, cancellationToken) is not { } stored)
        {
            return "not stored";
        }

        if (ExpectedTranscripts.TextOf(stored) == ExpectedTranscripts.TextOf(wanted))
        {
            return null;
        }

        var (known, there) = (wanted.Messages.Select(message => message.Id), stored.Messages.Select(message => message.Id));
        string[] missing = [.. known.Except(there)];
        string[] strange = [.. there.Except(known)];
        return (missing, strange) switch
        {
            ([var first, ..], _) => $"{missing.Length} missing, such as {first}",
            (_, [var first, ..]) => $"{strange.Length} that the platform does not have, such as {first}",
            _ => "the messages are there and something in them or in the state is not the same",
        };
    }
}
