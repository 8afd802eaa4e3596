using System.Text.Json.Serialization;

namespace Pipeline.Web.Knowledge;

/// <summary>The body by which an advisor asks the register.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record QuestionOrder
{
    /// <summary>The asker's own id of it: asked again under the same id, it is the same question.</summary>
    public string? Id { get; init; }

    /// <summary>The question. Personal data in it is masked before anything is kept.</summary>
    public string? Text { get; init; }

    /// <summary>fr or en.</summary>
    public string? Language { get; init; }

    /// <summary>The brand; that of the conversation unless given.</summary>
    public string? Brand { get; init; }

    /// <summary>What it is about; that of the conversation unless given.</summary>
    public string? Intent { get; init; }

    /// <summary>The trade that it needs; that of the conversation unless given.</summary>
    public string? Skill { get; init; }

    /// <summary>The conversation beside which it is asked.</summary>
    public string? Conversation { get; init; }

    /// <summary>The message that it is about.</summary>
    public string? MessageId { get; init; }

    /// <summary>The session in which it is asked, which must be going on.</summary>
    public string? Session { get; init; }
}

/// <summary>The body with an answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AnswerOrder
{
    /// <summary>phrase: said to customers as it is; article: explained.</summary>
    public string? Kind { get; init; }

    /// <summary>The answer, in words that may be said to a customer.</summary>
    public string? Text { get; init; }

    /// <summary>What it is about, in one line; the words of the question unless given.</summary>
    public string? Title { get; init; }
}

/// <summary>The body by which a question is closed without an answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CloseOrder
{
    /// <summary>Why there is none: all who asked are told.</summary>
    public string? Reason { get; init; }
}

/// <summary>The body with a tip beside a conversation.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TipOrder
{
    /// <summary>The author's own id of it.</summary>
    public string? Id { get; init; }

    /// <summary>What it is about, in one line.</summary>
    public string? Title { get; init; }

    /// <summary>The tip, in words that may be said to a customer.</summary>
    public string? Text { get; init; }

    /// <summary>fr or en.</summary>
    public string? Language { get; init; }

    /// <summary>phrase or article; article unless given.</summary>
    public string? Kind { get; init; }
}

/// <summary>The body by which a colleague of another trade is asked.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RequestOrder
{
    /// <summary>The asker's own id of it.</summary>
    public string? Id { get; init; }

    /// <summary>The trade.</summary>
    public string? Skill { get; init; }

    /// <summary>The question.</summary>
    public string? Text { get; init; }
}

/// <summary>The body with the answer to a colleague.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RequestAnswerOrder
{
    /// <summary>The answer.</summary>
    public string? Text { get; init; }
}

/// <summary>The body by which an advisor says whether they want to be named.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConsentOrder
{
    /// <summary>Whether they want to.</summary>
    public bool? OptIn { get; init; }
}

/// <summary>The body with an entry of the glossary.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record GlossaryOrder
{
    /// <summary>What the abbreviation stands for.</summary>
    public string? Meaning { get; init; }
}

/// <summary>The body by which a session is called.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionOrder
{
    /// <summary>Names it.</summary>
    public string? Id { get; init; }

    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>Where it is held.</summary>
    public string? Site { get; init; }

    /// <summary>The trades that come together: two at least.</summary>
    public IReadOnlyList<string>? Trades { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>The body by which a session is copied to another site.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionCopyOrder
{
    /// <summary>Names the copy.</summary>
    public string? Id { get; init; }

    /// <summary>Where it is held.</summary>
    public string? Site { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? To { get; init; }
}
