namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// The forms that a company gives its numbers, from the configuration section <c>PersonalData</c>. A number of such a form is masked wherever it stands,
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
}
