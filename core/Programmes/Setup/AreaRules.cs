using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>What must hold of areas: of a programme's own, and of those that an award works in.</summary>
internal static class AreaRules
{
    public const int Most = 400;

    public static void CheckOf(Programme programme, List<Finding> findings)
    {
        void Add(Code code, string message) => findings.Add(new Finding(code, FindingKind.Refused, "areas", message));
        if (programme.Areas.Count > Most)
            Add(Catalogue.TooManyRows, $"Keep {Most} areas at most.");
        var (codes, tiles) = (new HashSet<AreaCode>(), new HashSet<Tile>());
        foreach (var area in programme.Areas)
        {
            if (area.Code.Value is null)
                Add(Catalogue.WrongType, "An area needs its code, like E09000012.");
            else if (!codes.Add(area.Code))
                Add(Catalogue.UnknownChoice, $"{area.Code} is there twice.");
            ProgrammeRules.CheckText(area.Name, "areas", $"Enter what the area {area.Code} is called", findings, most: 80);
            if (area.Name?.Contains(';', StringComparison.Ordinal) == true)
                Add(Catalogue.WrongType, $"The name of {area.Code} can have no semicolon.");
            if (area.Tile is { } tile && (tile.Column is < 1 or > Tile.Most || tile.Row is < 1 or > Tile.Most))
                Add(Catalogue.WrongType, $"{area.Name}: a tile’s column and row are numbers from 1 to {Tile.Most}.");
            else if (area.Tile is { } taken && !tiles.Add(taken))
                Add(Catalogue.UnknownChoice, $"{area.Name}: another area has the tile in column {taken.Column}, row {taken.Row}.");
            if (area.CountedBy is { } funder && programme.Funders.All(one => one.Id != funder))
                Add(Catalogue.UnknownOrganisation, $"{area.Name}: {funder} is no funder of the programme, so no rows of it can count the area.");
        }
    }

    public static void CheckOf(Award award, Programme programme, Action<Code, string, string> add)
    {
        foreach (var code in award.Areas)
            if (programme.Areas.All(area => area.Code != code))
                add(Catalogue.UnknownChoice, "areas", $"{code.Value ?? "An area without a code"} is no area of the programme: add it there first.");
        if (award.Areas.Distinct().Count() != award.Areas.Count)
            add(Catalogue.UnknownChoice, "areas", "An area is there twice.");
    }
}
