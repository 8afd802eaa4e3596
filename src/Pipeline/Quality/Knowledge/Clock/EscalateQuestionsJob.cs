using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Quality.Knowledge.Clock;

/// <summary>
/// Escalates what has no answer at the end of its day to the owner of its trade, once: that it was done stands on the question's own row, written
/// under its version, so that a crash or a second instance neither loses it nor does it again.
/// </summary>
public sealed partial class EscalateQuestionsJob(
    QuestionRows rows, QuestionRegister register, IOptions<KnowledgeOptions> options, TimeProvider clock, ILogger<EscalateQuestionsJob> logger)
    : ITimerJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var escalated = 0;
        foreach (var scope in await rows.ScopesAsync(cancellationToken))
        {
            // Read as people do, so that what is published or spelled out meanwhile is not escalated.
            var due = (await register.ReadAsync(scope, cancellationToken))
                .Where(question => question.IsUnanswered && question.EscalatedAt is null && question.DueAt <= now)
                .ToDictionary(question => Question.Read(question.Id)!.Value.Group, StringComparer.Ordinal);
            if (due.Count == 0)
            {
                continue;
            }

            foreach (var group in (await rows.ReadAsync(scope, cancellationToken)).Groups)
            {
                if (due.TryGetValue(group.Id, out var question)
                    && (group.Card ?? new QuestionCard { Id = group.Id }) is { EscalatedAt: null, Status: QuestionStatus.Open or QuestionStatus.Taken } card
                    && await rows.TryWriteAsync(scope, Escalated(card, question, now), cancellationToken) is not null)
                {
                    escalated++;
                }
            }
        }

        if (escalated > 0)
        {
            Log.Escalated(logger, escalated);
        }
    }

    private QuestionCard Escalated(QuestionCard card, Question question, DateTimeOffset now)
    {
        var owner = options.Value.OwnerOf(question.Skill);
        return card with { EscalatedAt = now, EscalatedTo = owner, Owner = card.Owner ?? owner };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Escalated {Count} questions that had no answer at the end of their day.")]
        public static partial void Escalated(ILogger logger, int count);
    }
}
