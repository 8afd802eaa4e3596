using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// How long a customer waited for a person. The clock starts with their first message that nobody has answered and stops with an advisor's. A bot's
/// answer stops it too, until the customer asks for a person: from then on only a person can answer. When a bot was the last to speak before the first
/// advisor did, it has passed the customer on, and the wait is from its message. A wait that nobody ended is as long as it is known: to the customer's last message.
/// </summary>
/// <param name="FirstResponse">The first wait that an advisor ended; null when none answered, zero when an advisor wrote first.</param>
/// <param name="Spans">All waits, in order.</param>
public sealed record CustomerWaits(TimeSpan? FirstResponse, IReadOnlyList<TimeSpan> Spans)
{
    /// <summary>Reads the waits of a conversation.</summary>
    public static CustomerWaits Of(ConversationTranscript transcript)
    {
        var reading = new Reading(transcript.Assignment?.OutOfHours?.OpensAt);
        foreach (var message in transcript.Messages.Where(message => message.Kind == MessageKind.Message))
        {
            reading.Add(message);
        }

        return reading.End();
    }

    private sealed class Reading(DateTimeOffset? opensAt)
    {
        private readonly List<TimeSpan> _spans = [];
        private TimeSpan? _first;
        private DateTimeOffset? _since;
        private DateTimeOffset? _passedOn;
        private DateTimeOffset _lastCustomer;
        private bool _wantsPerson;

        public void Add(TranscriptMessage message)
        {
            switch (message.Sender.Role)
            {
                case SenderRole.Customer:
                    _wantsPerson |= message.Analysis is { } analysis
                        && (analysis.Intent == ConversationFloor.HumanRequest || analysis.Signals.Contains(SignalNames.WantsHuman, StringComparer.Ordinal));
                    _since ??= message.SentAt;
                    _passedOn = null;
                    _lastCustomer = message.SentAt;
                    break;
                case SenderRole.Bot when !_wantsPerson:
                    _since = null;
                    _passedOn = message.SentAt;
                    break;
                case SenderRole.Advisor:
                    Answer(message.SentAt);
                    break;
            }
        }

        public CustomerWaits End()
        {
            if (_since is { } since && _lastCustomer > since)
            {
                _spans.Add(_lastCustomer - since);
            }

            return new(_first, _spans);
        }

        private void Answer(DateTimeOffset at)
        {
            // After the first answer a bot's word passes nobody on: it is a survey or a notice.
            var since = _since ?? (_first is null ? _passedOn : null);
            if (since is { } from)
            {
                // While the service is closed nobody can answer.
                from = opensAt > from && opensAt < at ? opensAt.Value : from;
                _spans.Add(at - from);
            }

            _first ??= since is null ? TimeSpan.Zero : _spans[^1];
            (_since, _passedOn) = (null, null);
        }
    }
}
