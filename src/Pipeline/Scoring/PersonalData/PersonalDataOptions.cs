namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// How personal data is masked, from the configuration section <c>PersonalData</c>: the forms that a company gives its numbers, and the key of
/// the placeholders. A number of such a form is masked wherever it stands,
/// whatever the words around it say. In a pattern <c>#</c> is a digit, <c>@</c> a letter, and anything else itself, capital or not:
/// <c>BR-#######</c>, <c>@@ #### ####</c>.
/// </summary>
public sealed class PersonalDataOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PersonalData";

    /// <summary>Patterns of order numbers, and of invoices, parcels, returns and cases.</summary>
    public IList<string> OrderNumbers { get; } = [];

    /// <summary>Patterns of contract numbers, and of customers and accounts.</summary>
    public IList<string> ContractNumbers { get; } = [];

    /// <summary>
    /// The key from which the numbers of placeholders come, so that the same phone is the same placeholder in all messages of a conversation.
    /// Without one they count from 1 in each message.
    /// </summary>
    public string? PlaceholderKey { get; set; }
}
