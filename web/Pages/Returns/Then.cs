namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>What a section's page sends beside the answers: which button was pressed, and that what is carried over is right.</summary>
public static class Then
{
    /// <summary>The name of the buttons.</summary>
    public const string Name = "_then";

    public const string Continue = "continue";
    public const string Later = "later";

    /// <summary>One more row of the group whose id follows.</summary>
    public const string Add = "add:";

    /// <summary>Without the row of a group; <c>group/row</c> follows.</summary>
    public const string Remove = "remove:";

    /// <summary>The name of the box by which a person says that what is carried over in the section is still right.</summary>
    public const string CarriedOver = "carried-over";

    /// <summary>Sent by a script that saves while the person goes on typing.</summary>
    public const string Background = "_background";
}
