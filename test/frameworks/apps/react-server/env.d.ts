/// <reference types="help-ticket-widget/react" />
