using System.Globalization;
using Pipeline.Messages;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Quality.Knowledge.Digests;

/// <summary>Makes a digest of questions. Pure.</summary>
public static class DigestMaker
{
    /// <summary>The id of a digest.</summary>
    public static string IdOf(string team, DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"{ConversationKeys.Safe(team)}-{from:yyyyMMdd}-{to:yyyyMMdd}");

    /// <summary>
    /// The digest: of what was decided in the period, all that was answered; and whatever was known before its end and has no answer.
    /// </summary>
    /// <param name="team">The team or session.</param>
    /// <param name="site">The site of a session.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="start">The moment at which the first day begins.</param>
    /// <param name="end">The moment at which the last day ends.</param>
    /// <param name="questions">The questions of the team or session.</param>
    /// <param name="now">When it is made.</param>
    public static Digest Of(
        string team,
        string? site,
        DateOnly from,
        DateOnly to,
        DateTimeOffset start,
        DateTimeOffset end,
        IEnumerable<Question> questions,
        DateTimeOffset now)
    {
        Question[] known =
        [
            .. questions.Where(question => question.FirstAt is null || question.FirstAt < end)
                .OrderBy(question => question.FirstAt)
                .ThenBy(question => question.Id, StringComparer.Ordinal),
        ];
        Question[] answered =
        [
            .. known.Where(question => question.Status is QuestionStatus.Answered or QuestionStatus.Published
                && ((question.DecidedAt >= start && question.DecidedAt < end) || (question.PublishedAt >= start && question.PublishedAt < end))),
        ];

        // A non-answer is told in the period in which it was given; an open question in each until it has one.
        Question[] unanswered =
        [
            .. known.Where(question => question.IsUnanswered
                || (question.Status == QuestionStatus.NotAnswerable && question.DecidedAt >= start && question.DecidedAt < end)),
        ];
        return new Digest
        {
            Id = IdOf(team, from, to),
            Team = team,
            Site = site,
            From = from,
            To = to,
            MadeAt = now,
            Helpers = Names(answered.Select(question => question.Answer?.Author).OfType<string>()),
            Answered = [.. answered.Select(ItemOf)],
            Unanswered = [.. unanswered.Select(ItemOf)],
            Recipients = Names(answered.Concat(unanswered).SelectMany(question => question.Advisors)),
        };
    }

    private static string[] Names(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static DigestItem ItemOf(Question question) => new()
    {
        Question = question.Id,
        Wording = question.Wording,
        WordingFrom = question.WordingFrom,
        Language = question.Language,
        Status = question.Status,
        Count = question.Count,
        Answer = question.Answer?.Text,
        Source = question.Source,
        Reason = question.Reason,
        Owner = question.Owner,
    };
}
