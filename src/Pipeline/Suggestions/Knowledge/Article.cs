using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>A short article of what is known, with the questions that it answers. It can be offered as a reply that explains.</summary>
public sealed class Article : IEdited<ArticleDraft>
{
    /// <summary>What starts the source of a suggestion made from an article.</summary>
    public const string SourceKind = "article";

    /// <summary>The most characters of a reply: what is read at a glance in a chat window.</summary>
    public const int MaxReply = 600;

    /// <summary>Checks a draft.</summary>
    /// <param name="draft">What was written.</param>
    /// <param name="origin">The file or table it comes from, for the error.</param>
    /// <exception cref="InvalidArticleException">A field is wrong; the message names origin, article and field.</exception>
    public Article(ArticleDraft draft, string origin)
    {
        if (ArticleRules.ProblemsOf(draft).FirstOrDefault() is { } wrong)
        {
            throw new InvalidArticleException(origin, draft.Id, wrong.Field, wrong.Problem);
        }

        Written = draft with
        {
            Version = draft.Version ?? 1,
            Intents = draft.Intents ?? [],
            Brands = draft.Brands ?? [],
            Questions = draft.Questions ?? [],
        };
        Reply = ShortOf(Body);
    }

    /// <inheritdoc/>
    public ArticleDraft Written { get; }

    /// <inheritdoc/>
    public string Id => Written.Id!;

    /// <summary>The language: fr or en.</summary>
    public string Language => Written.Language!;

    /// <summary>What it is about.</summary>
    public string Title => Written.Title!;

    /// <summary>The whole of it.</summary>
    public string Body => Written.Body!;

    /// <summary>The questions that it answers, as customers ask them.</summary>
    public IReadOnlyList<string> Questions => Written.Questions!;

    /// <summary>The situations it is for; empty means any.</summary>
    public IReadOnlyList<string> Intents => Written.Intents!;

    /// <summary>The brands that may use it; empty means any.</summary>
    public IReadOnlyList<string> Brands => Written.Brands!;

    /// <summary>The reply it offers: its body, or the first sentences of it that make at most <see cref="MaxReply"/> characters; slots are not filled.</summary>
    public string Reply { get; }

    /// <summary>What that reply does.</summary>
    public static PhraseCategory Category => PhraseCategory.Explanation;

    /// <summary>How a suggestion names this version of it: see <see cref="TextSource"/>.</summary>
    public string Source => new TextSource(SourceKind, Id, Written.Version!.Value).ToString();

    /// <summary>Whether a brand may use it.</summary>
    public bool Allows(string brand) => Brands.Count == 0 || Brands.Contains(brand, StringComparer.OrdinalIgnoreCase);

    private static string ShortOf(string body)
    {
        if (body.Length <= MaxReply)
        {
            return body;
        }

        // The end of the last sentence that fits; a body without one is cut behind a word.
        var end = 0;
        foreach (var sentence in TextTokens.Sentences(body))
        {
            var next = body.IndexOf(sentence, end, StringComparison.Ordinal) + sentence.Length;
            while (next < body.Length && !char.IsWhiteSpace(body[next]))
            {
                next++;
            }

            if (next > MaxReply)
            {
                break;
            }

            end = next;
        }

        return end > 0 ? body[..end] : string.Concat(body.AsSpan(0, Math.Max(1, body.LastIndexOf(' ', MaxReply - 2))), "…");
    }
}
