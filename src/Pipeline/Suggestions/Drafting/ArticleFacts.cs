using Pipeline.Messages;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Drafting;

/// <summary>The articles that may hold the answer: those for what the conversation is about, the one whose words were used most first.</summary>
public sealed class ArticleFacts(KnowledgeLibrary articles) : IDraftFacts
{
    /// <summary>More would cost tokens and give the model more to mix up.</summary>
    private const int Most = 3;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DraftFact>> FindAsync(MessageScored message, string language, CancellationToken cancellationToken)
    {
        var said = message.State.Window.Where(turn => turn.Role == SenderRole.Customer).Select(turn => turn.Text).Append(message.Message.Text)
            .SelectMany(text => TextTokens.Of(text, language)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        string?[] intents = [message.Message.Analysis?.Intent, message.State.Intent];
        return
        [
            .. ((await articles.ReadAsync(language, cancellationToken))?.Articles ?? [])
                .Where(article => article.Allows(message.Conversation.Brand) && article.Intents.Any(intent => intents.Contains(intent)))
                .OrderByDescending(article => Words(article).Count(said.Contains))
                .ThenBy(article => article.Id, StringComparer.Ordinal)
                .Take(Most)
                .Select(article => new DraftFact(article.Source, Slots.PhraseSlots.Remove(article.Body))),
        ];
    }

    private static IEnumerable<string> Words(Article article) => TextTokens
        .Of($"{article.Title} {string.Join(' ', article.Questions)} {article.Body}", article.Language)
        .Select(token => token.Stem)
        .Distinct(StringComparer.Ordinal);
}
