using Microsoft.Extensions.Logging;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;

namespace Pipeline.Quality.Knowledge.Digests;

/// <summary>
/// Makes the digests that are due and not there: of the week that ended, for each trade and for everybody, and of each session that ended. Run
/// again, or by several instances, it makes none a second time.
/// </summary>
public sealed partial class MakeDigestsJob(
    QuestionRegister register, SessionStore sessions, DigestStore digests, WorkingDays days, TimeProvider clock, ILogger<MakeDigestsJob> logger)
    : ITimerJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var monday = WorkingDays.MondayOf(days.DayOf(now));
        await MakeWeekAsync(monday.AddDays(-7), monday.AddDays(-1), now, cancellationToken);
        foreach (var session in await sessions.ListAsync(cancellationToken))
        {
            if (session.To <= now)
            {
                await MakeSessionAsync(session, now, cancellationToken);
            }
        }
    }

    private async Task MakeWeekAsync(DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // That of everybody is written last: once it is there, so are the others.
        if (await digests.HasAsync(DigestMaker.IdOf(Digest.Everybody, from, to), cancellationToken))
        {
            return;
        }

        var questions = await register.ListAsync(new(), cancellationToken);
        foreach (var team in questions.Select(question => question.Skill).OfType<string>().Distinct(StringComparer.Ordinal).Append(Digest.Everybody))
        {
            var digest = DigestMaker.Of(
                team,
                null,
                from,
                to,
                days.StartOf(from),
                days.StartOf(to.AddDays(1)),
                questions.Where(question => team == Digest.Everybody || question.Skill == team),
                now);
            if (team == Digest.Everybody || digest.Answered.Count + digest.Unanswered.Count > 0)
            {
                await digests.WriteAsync(digest, cancellationToken);
                Log.Made(logger, digest.Id, digest.Answered.Count, digest.Unanswered.Count);
            }
        }
    }

    private async Task MakeSessionAsync(QuestionSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, to) = (days.DayOf(session.From), days.DayOf(session.To));
        if (await digests.HasAsync(DigestMaker.IdOf(session.Id, from, to), cancellationToken))
        {
            return;
        }

        var digest = DigestMaker.Of(
            session.Id,
            session.Site,
            from,
            to,
            session.From,
            now + TimeSpan.FromTicks(1),
            await register.ListAsync(new(Session: session.Id), cancellationToken),
            now);
        await digests.WriteAsync(digest, cancellationToken);
        Log.Made(logger, digest.Id, digest.Answered.Count, digest.Unanswered.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Made the digest {Digest}: {Answered} questions with an answer, {Unanswered} without.")]
        public static partial void Made(ILogger logger, string digest, int answered, int unanswered);
    }
}
