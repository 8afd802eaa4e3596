using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Scoring;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Training.Simulation;

/// <summary>What the transcripts of a platform's conversations must come to, made from the truth alone: each happening once, in its place.</summary>
public sealed class ExpectedTranscripts : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly GenericInlet _inlet = new(new SignatureVerifier(Options.Create(new PlatformOptions())));
    private readonly PlatformAccount _account;
    private readonly string _secret;
    private readonly TimeProvider _clock;

    /// <summary>For an account of the generic platform with plain settings.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="clock">The clock.</param>
    public ExpectedTranscripts(string account, string secret, TimeProvider clock)
    {
        _services = new ServiceCollection().AddLogging().AddSingleton(clock).AddScoring().BuildServiceProvider();
        _account = new PlatformAccount { Platform = GenericPlatform.PlatformName, Account = account, Secrets = { secret } };
        _secret = secret;
        _clock = clock;
    }

    /// <summary>The transcript of one conversation, without suggestions and routing.</summary>
    /// <param name="events">All that happened in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ConversationTranscript> MakeAsync(IEnumerable<SimulatedEvent> events, CancellationToken cancellationToken)
    {
        var score = _services.GetRequiredService<ScoreStage>();
        List<MessageAnalyzed> analyzed = [];
        foreach (var happening in events)
        {
            foreach (var message in Read(happening.Webhook))
            {
                analyzed.AddRange(((StageResult<MessageAnalyzed>.GoOn)await score.RunAsync(message, cancellationToken)).Messages);
            }
        }

        var timeline = new ConversationTimeline(analyzed);
        var folded = timeline.Fold()[^1];
        return new ConversationTranscript
        {
            Conversation = folded.Conversation,
            State = folded.State,
            Story = JourneyWords.Tell(folded.State),
            Messages = [.. timeline.Entries.Select(entry => entry.View())],
        };
    }

    /// <summary>
    /// A transcript as text to compare: without what was made for its messages, which a later look may have made again, and without the numbers of
    /// placeholders, which a key of the host's own makes.
    /// </summary>
    public static string TextOf(ConversationTranscript transcript) => WithoutNumbers(JsonSerializer.Serialize(
        transcript with
        {
            Assignment = null,
            Messages = [.. transcript.Messages.Select(message => message with { Suggestions = null, Decision = null })],
        },
        PipelineJson.Default.ConversationTranscript));

    /// <summary>"[PHONE_4821]" becomes "[PHONE_]".</summary>
    private static string WithoutNumbers(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length; position++)
        {
            plain.Append(text[position]);
            if (text[position] == '_' && text.AsSpan(position + 1).IndexOfAnyExceptInRange('0', '9') is var digits and > 0
                && text[position + 1 + digits] == ']')
            {
                position += digits;
            }
        }

        return plain.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private IReadOnlyList<MessageCaptured> Read(ReplayedEvent webhook)
    {
        var now = _clock.GetUtcNow();
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [GenericPlatform.IdHeader] = webhook.WebhookId,
            [GenericPlatform.TimestampHeader] = timestamp,
            [GenericPlatform.SignatureHeader] =
                WebhookSigner.Sign(GenericPlatform.Scheme, _secret, webhook.WebhookId, timestamp, webhook.Body.Span),
        };
        return _inlet.Read(new WebhookRequest(webhook.Body, headers.GetValueOrDefault, _ => null), _account, now) switch
        {
            WebhookReading.Understood understood => understood.Messages,
            WebhookReading.Refused refused => throw new InvalidOperationException($"The simulated webhook is none: {refused.Problem.Detail}"),
            _ => [],
        };
    }
}
