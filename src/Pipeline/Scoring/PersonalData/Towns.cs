using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>The town behind a street that no postcode ends: "16 Pastor Street, Widnes", "20 rue des 3 Frères, Limoges".</summary>
internal static class Towns
{
    private const int MostWords = 4;
    private const int LongestWord = 24;

    // Towns, counties and states (folded, by their first word): behind a street also without a comma or a capital.
    private static readonly WordSet Known = new(
        "aberdeen aberystwyth accrington aldershot altrincham andover antrim armagh ashford aylesbury ayr banbury bangor barking barnet barnsley barnstaple "
        + "barrow basildon basingstoke bath batley bedford belfast berwick beverley bexhill bicester birkenhead birmingham blackburn blackpool bognor bolton "
        + "bootle boston bournemouth bracknell bradford braintree brentwood bridgend bridgwater brighton bristol bromley burnley burton bury buxton caerphilly "
        + "camberley camborne cambridge cannock canterbury cardiff cardigan carlisle carmarthen castleford chatham chelmsford cheltenham cheshire chester "
        + "chesterfield chichester chippenham chorley clacton clapham colchester colwyn congleton corby cork cornwall coventry crawley crewe cromer croydon "
        + "cumbria dagenham darlington dartford darwen daventry derby derbyshire dereham derry devon dewsbury didcot doncaster dorchester dorking dorset douglas "
        + "dover dublin dudley dumfries dundee dunfermline dunstable durham ealing eastbourne eastleigh edinburgh ellesmere ely enfield epsom essex evesham "
        + "exeter exmouth falkirk falmouth fareham farnborough farnham felixstowe fife fleetwood folkestone frome galashiels galway gateshead gillingham glasgow "
        + "glastonbury glossop gloucester gloucestershire godalming goole gosport grantham gravesend grays grimsby guildford hackney halesowen halifax hampshire "
        + "harlow harrogate harrow hartlepool harwich hastings hatfield havant haverfordwest hawes hawick hemel hereford herefordshire hertford hertfordshire "
        + "hexham hinckley hitchin holyhead horsham hove huddersfield hull huntingdon ilford ilkeston inverness ipswich irvine islington jarrow keighley kendal "
        + "kent kettering kidderminster kilkenny kilmarnock kirkcaldy lanark lancashire lancaster leamington leatherhead leeds leicester leicestershire leighton "
        + "letchworth lewes lewisham leyland lichfield limerick lincoln lincolnshire lisburn littlehampton liverpool livingston llandudno llanelli london "
        + "londonderry loughborough lowestoft ludlow luton macclesfield maidenhead maidstone maldon malvern manchester mansfield margate matlock mayo merseyside "
        + "merthyr middlesbrough middlesex mold morecambe morpeth motherwell nantwich neath nelson newark newbury newcastle newhaven newmarket newport newquay "
        + "newry norfolk northallerton northampton northamptonshire northumberland norwich nottingham nottinghamshire nuneaton oban oldham omagh ormskirk "
        + "oswestry otley oxford oxfordshire paignton paisley pembroke penrith penzance perth peterborough peterhead plymouth pontefract pontypridd poole "
        + "portadown portsmouth preston pudsey ramsgate rawtenstall reading redcar redditch redhill redruth reigate rhyl richmond ripon rochdale rochester "
        + "romford rotherham rugby rugeley runcorn ryde salford salisbury scarborough scunthorpe selby sevenoaks sheffield shetland shrewsbury shropshire sidcup "
        + "skegness skelmersdale skipton sligo slough smethwick solihull somerset southampton southend southport southwark stafford staffordshire stalybridge "
        + "stamford stevenage stirling stockport stockton stoke stourbridge stowmarket stranraer stratford stroud suffolk sunderland surrey sussex sutton "
        + "swansea swindon tadcaster tamworth taunton telford tewkesbury thirsk tiverton tonbridge torquay totnes trowbridge truro tunbridge twickenham tyrone "
        + "uckfield ulverston uxbridge wakefield wallasey wallsend walsall waltham warrington warwick warwickshire waterford watford wellingborough wells "
        + "welwyn wembley westminster wexford weymouth whitby whitehaven whitley wicklow widnes wigan wiltshire wimbledon winchester windsor wirral woking "
        + "wokingham wolverhampton woolwich worcester worcestershire workington worksop worthing wrexham yeovil york yorkshire "
        + "chicago houston dallas austin seattle denver boston phoenix portland atlanta miami orlando tampa detroit cleveland columbus nashville memphis "
        + "brooklyn philadelphia pittsburgh baltimore toronto ottawa vancouver calgary edmonton winnipeg halifax sydney melbourne brisbane adelaide fremantle "
        + "hobart canberra auckland wellington christchurch dunedin "
        + "paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers nimes clermont-ferrand "
        + "villeurbanne brest tours amiens limoges metz besancon perpignan orleans caen mulhouse rouen nancy argenteuil montreuil roubaix tourcoing avignon "
        + "dunkerque poitiers versailles colombes creteil pau vitry-sur-seine calais cannes beziers antibes colmar bourges merignac ajaccio bastia valence "
        + "quimper lorient vannes niort troyes chambery annecy beauvais cholet arles frejus laval chartres albi cahors rodez auch tarbes agen bayonne biarritz "
        + "perigueux brive tulle gap digne nevers moulins macon roanne vichy aurillac vesoul epinal belfort thionville sarreguemines charleville laon "
        + "saint-etienne saint-denis saint-nazaire saint-malo saint-brieuc saint-quentin la-rochelle aix bruxelles liege namur charleroi gand anvers mons "
        + "geneve lausanne fribourg neuchatel sion montreal quebec laval gatineau sherbrooke levis longueuil");

    private static readonly WordSet Links = new("upon on under the le la les in by of sur sous en de du des lès lez next");

    /// <summary>Whether a folded word begins the name of a town that is known.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word) => Known.Contains(word);

    /// <summary>Where the town behind a street ends; the street's end when there is none.</summary>
    public static int End(ScanText text, int streetEnd)
    {
        var end = streetEnd;
        for (var part = 0; part < 3; part++)
        {
            var next = PartEnd(text, end, first: part == 0);
            if (next == end)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static int PartEnd(ScanText text, int from, bool first)
    {
        var comma = text.At(from) == ',';
        var start = comma ? from + 1 : from;
        start += text.At(start) == ' ' || (comma && text.At(start) == '\n') ? 1 : 0;
        if (start == from || !char.IsLetter(text.At(start)))
        {
            return from;
        }

        // "5 St Mary's Close in Ely".
        start += !comma && text.Folded[start..].StartsWith("in ", StringComparison.Ordinal) && text.IsCapital(start + 3) ? 3 : 0;
        var end = text.WordEnd(start, LongestWord);
        var word = text.Folded[start..end];
        var known = Known.Contains(word);
        if (!text.IsCapital(start))
        {
            return known || (comma && first && IsUnknown(word) && EndsThere(text, end)) ? WithDistrict(text, end) : from;
        }

        if (!known && !(first && IsUnknown(word) && (comma || EndsThere(text, end))))
        {
            return from;
        }

        for (var words = 1; words < MostWords && text.At(end) == ' '; words++)
        {
            var next = end + 1;
            var last = text.WordEnd(next, LongestWord);
            var link = Links.Contains(text.Folded[next..last]) && text.At(last) == ' ' && text.IsCapital(last + 1);
            if (!link && (!text.IsCapital(next) || FunctionWords.Contains(text.Folded[next..last]) || last - next < 2))
            {
                break;
            }

            end = link ? text.WordEnd(last + 1, LongestWord) : last;
        }

        return WithDistrict(text, end);
    }

    /// <summary>Neither a word of the language nor anybody's name: "Mirek won't unload" is no town.</summary>
    private static bool IsUnknown(ReadOnlySpan<char> word) =>
        word.Length > 2 && !FunctionWords.Contains(word)
        && (Names.NameLexicon.Of(word) & ~(Names.NameRole.Particle | Names.NameRole.Family | Names.NameRole.FamilyWord | Names.NameRole.GivenRare)) == 0;

    private static bool EndsThere(ScanText text, int end) => text.At(end) is ',' or '.' or ';' or '\n' or ')' or '!' or '?';

    /// <summary>"Dublin 6": the district, with nothing counted behind it.</summary>
    private static int WithDistrict(ScanText text, int end)
    {
        var digits = end + 1;
        while (digits - end < 4 && char.IsAsciiDigit(text.At(digits)))
        {
            digits++;
        }

        return text.At(end) == ' ' && digits - end is 2 or 3 && !text.IsWord(digits) && text.Folded[..end].EndsWith("dublin", StringComparison.Ordinal)
            ? digits
            : end;
    }
}
