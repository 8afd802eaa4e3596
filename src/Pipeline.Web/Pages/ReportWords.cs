using System.Globalization;

namespace Pipeline.Web.Pages;

/// <summary>The words of a printed report.</summary>
/// <param name="language">fr or en.</param>
internal sealed class ReportWords(string language)
{
    public string Title => Say("Indicateurs des conversations", "Indicators of the conversations");

    public string All => Say("Ensemble", "All together");

    public string Withheld => Say(
        "Trop peu de conversations ou de conseillers : ces chiffres parleraient de personnes.", "Too few conversations or advisors: these figures would be about persons.");

    public string Conversations => Say("conversations", "conversations");

    public string Resolved => Say("Résolues", "Resolved");

    public string Unresolved => Say("Non résolues", "Not resolved");

    public string Unanswered => Say("Sans réponse", "Unanswered");

    public string Unknown => Say("Issue inconnue", "Outcome unknown");

    public string FirstContact => Say("Résolution au premier contact", "First-contact resolution");

    public string Effort => Say("Effort du client (points)", "Customer's effort (points)");

    public string FeelingAtEnd => Say("Humeur à la fin (-1 à 1)", "Mood at the end (-1 to 1)");

    public string FeelingRise => Say("Humeur, de la première à la dernière phrase", "Mood, from first to last");

    public string Repaired => Say("Humeurs redressées", "Moods lifted");

    public string ComplaintTreatment => Say("Traitement des réclamations (sur 100)", "Treatment of complaints (of 100)");

    public string Rating => Say("Note", "Rating");

    public string FirstResponse => Say("Première réponse (médiane)", "First response (median)");

    public string Escalated => Say("Escaladées", "Escalated");

    public string Transferred => Say("Transférées", "Transferred");

    public string Accepted => Say("Suggestions reprises", "Suggestions used");

    public string AcceptedHeldOut => Say("Suggestions retrouvées sans être montrées", "Suggestions found though held out");

    public string Handling => Say("Durée moyenne de traitement, et sa qualité", "Handling time, and its quality");

    public string Band(string band) => band switch
    {
        "below" => Say("sous la fourchette", "below the band"),
        "above" => Say("au-dessus de la fourchette", "above the band"),
        _ => Say("dans la fourchette", "within the band"),
    };

    public string Read(int rows, int days) => string.Create(CultureInfo.InvariantCulture, $"{Say(
        $"{rows} lignes lues, {days} jours recalculés. Entre parenthèses : bornes à 95 %.", $"{rows} rows read, {days} days made anew. In brackets: bounds of 95 %.")}");

    private string Say(string french, string english) => language == "fr" ? french : english;
}
