using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Forms.Modules;

/// <summary>What was just done with a module, as the word in an address.</summary>
public static class ModuleDone
{
    public const string Proposed = "proposed";
    public const string Taken = "taken";
    public const string Declined = "declined";
}

/// <summary>Co-funders' modules: all for the lead funder, a co-funder's own for itself.</summary>
public sealed record ModulesModel(FoundForm Form, PageOf<ModuleProposal> Modules, string? Done);

/// <summary>One module, and the boxes of who answers it.</summary>
/// <param name="Reason">As it was typed.</param>
public sealed record ModuleModel(FoundForm Form, ModuleProposal Module, string Reason, IReadOnlyList<FieldError> Errors, string? Done);

/// <summary>A module as it stands in the boxes.</summary>
public sealed record NewModuleModel(FoundForm Form, string Title, IReadOnlyList<ModuleQuestion> Questions, IReadOnlyList<FieldError> Errors)
{
    /// <summary>A question of which nothing is entered.</summary>
    public static readonly ModuleQuestion Empty = new("", "", null, "", "");
}
