namespace Pipeline.Suggestions.Drafting;

/// <summary>Why a draft is not shown. The words for people: <see cref="RefusalReasons"/>.</summary>
public enum RefusalReason
{
    /// <summary>It has no sentence, or an empty one.</summary>
    Empty,

    /// <summary>It is longer than the channel takes.</summary>
    TooLong,

    /// <summary>It says the same again and again, or shouts.</summary>
    Repetition,

    /// <summary>It has code, markup, several lines in a sentence, or characters that nobody sees.</summary>
    Markup,

    /// <summary>It has a slot or the mark of something masked.</summary>
    Placeholder,

    /// <summary>It names a source that it was not given.</summary>
    UnknownSource,

    /// <summary>It is not in the conversation's language.</summary>
    WrongLanguage,

    /// <summary>It asks for a card number, a password or the like.</summary>
    AsksForSecret,

    /// <summary>It insults or dismisses the customer.</summary>
    Rude,

    /// <summary>It talks down to the customer.</summary>
    Condescending,

    /// <summary>It presses the customer to buy.</summary>
    HardSell,

    /// <summary>It talks of its instructions or itself, or plays a role.</summary>
    MetaTalk,

    /// <summary>It holds personal data.</summary>
    PersonalData,

    /// <summary>It has a link or an address that its source has not.</summary>
    InventedLink,

    /// <summary>It has an amount that its source has not.</summary>
    InventedAmount,

    /// <summary>It has a date, a time or a delay that its source has not.</summary>
    InventedTime,

    /// <summary>It has a number that its source has not.</summary>
    InventedNumber,

    /// <summary>It promises or decides what its source does not.</summary>
    InventedPromise,

    /// <summary>It says the opposite of its source.</summary>
    Contradiction,

    /// <summary>It says more than its source.</summary>
    NotInSource,

    /// <summary>It names no source and is more than courtesy.</summary>
    NotCourtesy,
}
